-- What was told, checked and sent is added to, never changed.
CREATE TRIGGER visit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER visit_delays_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_delays
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER visit_inspections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_inspections
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- VS-3: the customer signs after the work; a correction belongs to what was signed.
CREATE OR REPLACE FUNCTION refuse_signature_before_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM visits WHERE id = NEW.visit_id AND status = 'finished') THEN
    RAISE EXCEPTION 'visit % is not finished', NEW.visit_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'correction'
    AND NOT EXISTS (SELECT 1 FROM signed_records WHERE visit_id = NEW.visit_id AND kind = 'work') THEN
    RAISE EXCEPTION 'visit % is not signed', NEW.visit_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- VS-7: what the customer said to extra work stands.
CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'extra % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'extra_decided_once';
END $$;
--> statement-breakpoint
CREATE TRIGGER visit_extras_decided_once BEFORE UPDATE ON visit_extras
  FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION keep_decision();
--> statement-breakpoint
-- DS-2: boards show work that rests and crews that said they come later.
CREATE TRIGGER visit_pauses_on_boards AFTER INSERT OR UPDATE ON visit_pauses
  FOR EACH ROW EXECUTE FUNCTION notify_mark();
--> statement-breakpoint
CREATE TRIGGER visit_delays_on_boards AFTER INSERT ON visit_delays
  FOR EACH ROW EXECUTE FUNCTION notify_mark();
--> statement-breakpoint
-- What was promised stays as it was promised, and what became of it stays decided; but a window taken for missed is
-- judged again when the crew turns out to have been there, without a network (VS-6).
CREATE OR REPLACE FUNCTION refuse_rewriting_promise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided boolean := OLD.outcome <> 'open';
BEGIN
  IF OLD.breach = 'missed' AND NEW.breach IS DISTINCT FROM 'missed' AND NEW.outcome IN ('kept', 'broken')
    AND NEW.settled_by IS NOT DISTINCT FROM OLD.settled_by
    AND EXISTS (SELECT 1 FROM visits WHERE id = OLD.visit_id AND arrived_at IS NOT NULL) THEN
    decided := false;
  END IF;
  IF decided OR (OLD.visit_id, OLD.ticket_id, OLD.window_start, OLD.window_end, OLD.origin, OLD.made_at, OLD.made_by)
    IS DISTINCT FROM (NEW.visit_id, NEW.ticket_id, NEW.window_start, NEW.window_end, NEW.origin, NEW.made_at, NEW.made_by) THEN
    RAISE EXCEPTION 'promise % is not rewritten', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
