/** SQL, of the table task: what hangs on something in the recycle bin bothers nobody. */
export const isInUse = `NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = task.deal_id AND d.deleted_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM party p WHERE p.id = task.party_id AND p.deleted_at IS NOT NULL)`;

/** The same, for counting very many: what is in the recycle bin is read once, instead of asked for each. */
export const areInUse = `(task.deal_id IS NULL OR task.deal_id NOT IN (SELECT id FROM deal WHERE deleted_at IS NOT NULL))
  AND (task.party_id IS NULL OR task.party_id NOT IN (SELECT id FROM party WHERE deleted_at IS NOT NULL))`;
