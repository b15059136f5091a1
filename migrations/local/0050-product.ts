import type { Migration } from '#migrations/migration.ts';

/** Products, their prices, and the lines of deals, which keep the price they were agreed at. Money is in minor units, taxes in basis points. */
export const products: Migration = {
  version: 50,
  name: 'products',
  sql: `
    CREATE TABLE product (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      code TEXT NOT NULL,
      category TEXT NOT NULL,
      description TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('goods', 'service')),
      unit TEXT NOT NULL,
      tax_rate INTEGER,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX product_by_name ON product (name_key);
    CREATE INDEX product_by_code ON product (code) WHERE code <> '';

    CREATE TABLE price_list (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      currency TEXT NOT NULL,
      position INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE price (
      id TEXT PRIMARY KEY,
      product_id TEXT NOT NULL REFERENCES product (id),
      price_list_id TEXT NOT NULL REFERENCES price_list (id),
      amount INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT,
      UNIQUE (product_id, price_list_id)
    ) STRICT;

    CREATE TABLE deal_line (
      id TEXT PRIMARY KEY,
      deal_id TEXT NOT NULL REFERENCES deal (id),
      position INTEGER NOT NULL,
      product_id TEXT REFERENCES product (id),
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      place TEXT NOT NULL,
      width INTEGER,
      height INTEGER,
      pieces REAL NOT NULL,
      unit TEXT NOT NULL,
      unit_price INTEGER NOT NULL,
      discount INTEGER NOT NULL,
      tax_rate INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX deal_line_by_deal ON deal_line (deal_id, position);
    CREATE INDEX deal_line_by_product ON deal_line (product_id);
  `,
};
