-- DS-2: every board that shows a day hears what changes on it, whichever server process changed it. What is said is
-- which instants are touched (seconds since 1970, half open); what became of them is for whoever hears it to read.
CREATE FUNCTION notify_visit(visit visits) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('board', format('visit %s %s %s',
    floor(extract(epoch FROM least(visit.window_start, visit.planned_start)))::bigint,
    ceil(extract(epoch FROM greatest(visit.window_end, visit.planned_end)))::bigint,
    CASE WHEN visit.status = 'proposed' THEN 'waiting' ELSE 'placed' END));
END $$;
--> statement-breakpoint
CREATE FUNCTION notify_visit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM notify_visit(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM notify_visit(NEW); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER visits_on_boards AFTER INSERT OR DELETE ON visits
  FOR EACH ROW EXECUTE FUNCTION notify_visit_change();
--> statement-breakpoint
CREATE TRIGGER visits_change_on_boards AFTER UPDATE ON visits
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION notify_visit_change();
--> statement-breakpoint
CREATE FUNCTION notify_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_visit(visits) FROM visits WHERE id = NEW.visit_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER visit_marks_on_boards AFTER INSERT OR UPDATE ON visit_marks
  FOR EACH ROW EXECUTE FUNCTION notify_mark();
--> statement-breakpoint
CREATE FUNCTION notify_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_visit(visits) FROM visits WHERE ticket_id = NEW.id AND status NOT IN ('finished', 'cancelled');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tickets_on_boards
  AFTER UPDATE OF name, phone, address, area_id, lat, lng, severity, product ON tickets
  FOR EACH ROW WHEN ((OLD.name, OLD.phone, OLD.address, OLD.area_id, OLD.lat, OLD.lng, OLD.severity, OLD.product)
    IS DISTINCT FROM (NEW.name, NEW.phone, NEW.address, NEW.area_id, NEW.lat, NEW.lng, NEW.severity, NEW.product))
  EXECUTE FUNCTION notify_ticket();
--> statement-breakpoint
-- BK-6: what a visit is marked by stands elsewhere, too: with its order, and in what the customer said of the home.
CREATE FUNCTION notify_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_visit(visits) FROM visits JOIN tickets ON tickets.id = visits.ticket_id
    WHERE tickets.order_id = NEW.id AND visits.status IN ('proposed', 'confirmed');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER orders_on_boards AFTER UPDATE OF status, ready_at, delivered_on ON orders
  FOR EACH ROW WHEN ((OLD.status, OLD.ready_at, OLD.delivered_on) IS DISTINCT FROM (NEW.status, NEW.ready_at, NEW.delivered_on))
  EXECUTE FUNCTION notify_order();
--> statement-breakpoint
CREATE FUNCTION notify_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM notify_visit(visits) FROM visits
    WHERE ticket_id = NEW.ticket_id AND status IN ('proposed', 'confirmed');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER site_checks_on_boards AFTER INSERT OR UPDATE ON site_checks
  FOR EACH ROW EXECUTE FUNCTION notify_site();
--> statement-breakpoint
-- Who works when, and where: any day may look different.
CREATE FUNCTION notify_roster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('board', 'roster');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER crews_on_boards AFTER INSERT OR UPDATE OR DELETE ON crews
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER crew_areas_on_boards AFTER INSERT OR UPDATE OR DELETE ON crew_areas
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER shifts_on_boards AFTER INSERT OR UPDATE OR DELETE ON shifts
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER shift_exceptions_on_boards AFTER INSERT OR UPDATE OR DELETE ON shift_exceptions
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER holidays_on_boards AFTER INSERT OR UPDATE OR DELETE ON holidays
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER leaves_on_boards AFTER INSERT OR UPDATE OR DELETE ON leaves
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER staff_on_boards AFTER UPDATE OF name, crew_id, disabled_at ON staff
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER areas_on_boards AFTER INSERT OR UPDATE OR DELETE ON areas
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE TRIGGER settings_on_boards AFTER INSERT OR UPDATE OR DELETE ON settings
  FOR EACH STATEMENT EXECUTE FUNCTION notify_roster();
--> statement-breakpoint
CREATE FUNCTION notify_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('board', format('plan %s', NEW.day));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER day_plans_on_boards AFTER INSERT OR UPDATE ON day_plans
  FOR EACH ROW EXECUTE FUNCTION notify_plan();
--> statement-breakpoint
-- What was promised stays as it was promised, and what became of it stays decided.
CREATE FUNCTION refuse_rewriting_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome <> 'open' OR (OLD.visit_id, OLD.ticket_id, OLD.window_start, OLD.window_end, OLD.origin, OLD.made_at, OLD.made_by)
    IS DISTINCT FROM (NEW.visit_id, NEW.ticket_id, NEW.window_start, NEW.window_end, NEW.origin, NEW.made_at, NEW.made_by) THEN
    RAISE EXCEPTION 'promise % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER promises_not_rewritten BEFORE UPDATE ON promises
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_promise();
--> statement-breakpoint
CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER promises_kept BEFORE DELETE OR TRUNCATE ON promises
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
-- What customers were told before there was a ledger, for the visits still to come.
INSERT INTO promises (visit_id, ticket_id, window_start, window_end, origin, made_at, made_by)
SELECT id, ticket_id, window_start, window_end,
  CASE WHEN window_id IS NULL THEN 'confirmed' ELSE 'booked' END, created_at, coalesce(confirmed_by, proposed_by)
FROM visits WHERE status IN ('confirmed', 'on_the_way', 'arrived', 'working') AND window_end > now();
