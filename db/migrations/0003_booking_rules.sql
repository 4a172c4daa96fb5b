-- What the new tables' definitions cannot say, and what stood before them.

-- BK-5: a contract's history is added to, never rewritten.
CREATE TRIGGER order_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- BK-1: of two linked visits the second never begins before the first one's window has ended. Looked at when the
-- transaction commits, so that both may move together.
CREATE FUNCTION refuse_visit_before_its_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM visits later JOIN visits first ON first.id = later.after_visit_id
    WHERE later.id = NEW.id AND later.status <> 'cancelled'
      AND first.status NOT IN ('cancelled', 'finished') AND later.window_start < first.window_end
  ) OR EXISTS (
    SELECT 1 FROM visits later JOIN visits first ON first.id = later.after_visit_id
    WHERE later.after_visit_id = NEW.id AND later.status <> 'cancelled'
      AND first.status NOT IN ('cancelled', 'finished') AND later.window_start < first.window_end
  ) THEN
    RAISE EXCEPTION 'visit % and its linked visit are out of order', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'visits_after_their_first';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER visits_after_their_first
  AFTER INSERT OR UPDATE OF window_start, window_end, after_visit_id, status ON visits
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_visit_before_its_first();
--> statement-breakpoint
-- BK-1: a crew's hours of one day don't overlap; they may touch.
ALTER TABLE shifts ADD CONSTRAINT shifts_apart EXCLUDE USING gist (
  crew_id WITH =, week WITH =, weekday WITH =,
  int4range(extract(epoch FROM starts_at)::int, extract(epoch FROM ends_at)::int) WITH &&);
--> statement-breakpoint
ALTER TABLE shift_exceptions ADD CONSTRAINT shift_exceptions_apart EXCLUDE USING gist (
  crew_id WITH =, day WITH =,
  int4range(extract(epoch FROM starts_at)::int, extract(epoch FROM ends_at)::int) WITH &&)
  WHERE (starts_at IS NOT NULL);
--> statement-breakpoint
INSERT INTO services (key, skill, duration_minutes, travel_minutes, hours)
SELECT key, skill, duration, 15,
  '[{"from":"08:30","to":"10:30"},{"from":"10:30","to":"12:00"},{"from":"13:30","to":"15:30"},{"from":"15:30","to":"17:30"},{"from":"18:00","to":"20:00"}]'
FROM (VALUES ('delivery', 'delivery', 45), ('install', 'install', 90), ('survey', 'survey', 60), ('repair', 'repair', 60))
  AS usual (key, skill, duration);
--> statement-breakpoint
UPDATE areas SET districts = ARRAY[name_zh, name_en];
--> statement-breakpoint
INSERT INTO crew_areas (crew_id, area_id) SELECT id, home_area_id FROM crews WHERE home_area_id IS NOT NULL;
--> statement-breakpoint
UPDATE orders SET status = 'checked', name = customers.name, phone = customers.phone, entered_at = ordered_on
FROM customers WHERE customers.id = orders.customer_id AND customers.name <> '' AND orders.address <> '';
--> statement-breakpoint
UPDATE order_lines SET arrived_at = orders.delivered_on
FROM orders WHERE orders.id = order_lines.order_id AND orders.delivered_on IS NOT NULL;
