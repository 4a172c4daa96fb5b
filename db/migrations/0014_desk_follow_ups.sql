-- What waited before there were queues for it: the customer had the last word, or a pause has its day.
UPDATE tickets SET follow_up_at = last.created_at
FROM (
  SELECT DISTINCT ON (m.ticket_id) m.ticket_id, m.direction, m.created_at
  FROM ticket_messages m JOIN tickets t ON t.id = m.ticket_id
  WHERE t.status IN ('new', 'triaged', 'scheduled', 'in_progress', 'paused')
  ORDER BY m.ticket_id, m.id DESC
) AS last
WHERE last.ticket_id = tickets.id AND last.direction = 'from_customer';
--> statement-breakpoint
UPDATE tickets SET follow_up_at = least(follow_up_at, (paused_until + time '08:30') AT TIME ZONE 'Asia/Shanghai')
WHERE status = 'paused';
