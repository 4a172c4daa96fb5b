-- Time once counted stays counted.
CREATE TRIGGER service_calendars_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON service_calendars
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER article_uses_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON article_uses
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- How many tickets there are of a store in a status is the sum of what changed: writers never wait for each other.
CREATE FUNCTION tally_new_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ticket_tallies (store_id, status, delta)
    SELECT store_id, status, count(*) FROM new_rows GROUP BY store_id, status;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION tally_changed_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ticket_tallies (store_id, status, delta)
    SELECT store_id, status, sum(delta) FROM (
      SELECT store_id, status, 1 AS delta FROM new_rows
      UNION ALL SELECT store_id, status, -1 FROM old_rows) AS both_rows
    GROUP BY store_id, status HAVING sum(delta) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION tally_gone_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ticket_tallies (store_id, status, delta)
    SELECT store_id, status, -count(*) FROM old_rows GROUP BY store_id, status;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tickets_tally_new AFTER INSERT ON tickets
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_new_tickets();
--> statement-breakpoint
CREATE TRIGGER tickets_tally_changed AFTER UPDATE ON tickets
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_tickets();
--> statement-breakpoint
CREATE TRIGGER tickets_tally_gone AFTER DELETE ON tickets
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_gone_tickets();
--> statement-breakpoint
INSERT INTO ticket_tallies (store_id, status, delta) SELECT store_id, status, count(*) FROM tickets GROUP BY store_id, status;
--> statement-breakpoint
-- KB-1: how often an answer solved something.
CREATE FUNCTION count_article_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE articles SET solved = solved + 1 WHERE id = NEW.article_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER article_uses_count AFTER INSERT ON article_uses
  FOR EACH ROW EXECUTE FUNCTION count_article_use();
--> statement-breakpoint
-- Whoever has a ticket open, or its queue, hears that it changed, never how.
CREATE FUNCTION notify_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', format('ticket %s', NEW.ticket_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ticket_events_on_desks AFTER INSERT ON ticket_events
  FOR EACH ROW EXECUTE FUNCTION notify_desk();
--> statement-breakpoint
CREATE FUNCTION notify_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', format('presence %s', coalesce(NEW.ticket_id, OLD.ticket_id)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ticket_presence_comes_and_goes AFTER INSERT OR DELETE ON ticket_presence
  FOR EACH ROW EXECUTE FUNCTION notify_presence();
--> statement-breakpoint
CREATE TRIGGER ticket_presence_changes AFTER UPDATE ON ticket_presence
  FOR EACH ROW WHEN ((OLD.ticket_id, OLD.writing) IS DISTINCT FROM (NEW.ticket_id, NEW.writing))
  EXECUTE FUNCTION notify_presence();
