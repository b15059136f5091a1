/** SQL, of the table task: what hangs on something in the recycle bin bothers nobody. */
export const isInUse = `NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = task.deal_id AND d.deleted_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM party p WHERE p.id = task.party_id AND p.deleted_at IS NOT NULL)`;
