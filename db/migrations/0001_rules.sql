-- What the table definitions cannot say: numbers, overlaps, what may never change, and who may enqueue.

CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Ticket numbers: taken without waiting for anybody else's transaction.
CREATE SEQUENCE ticket_serial START 100042;
--> statement-breakpoint
-- BK-2: no crew in two places at once.
ALTER TABLE visits ADD CONSTRAINT visits_one_place_a_crew
  EXCLUDE USING gist (crew_id WITH =, tstzrange(planned_start, planned_end) WITH &&)
  WHERE (crew_id IS NOT NULL AND planned_start IS NOT NULL AND status <> 'cancelled');
--> statement-breakpoint
-- VS-3: the signature comes after the work, and only once.
CREATE FUNCTION refuse_signature_before_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM visits WHERE id = NEW.visit_id AND status = 'finished') THEN
    RAISE EXCEPTION 'visit % is not finished', NEW.visit_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER signed_records_after_work BEFORE INSERT ON signed_records
  FOR EACH ROW EXECUTE FUNCTION refuse_signature_before_work();
--> statement-breakpoint
-- IN-8, VS-3, FU-3: history is added to, never rewritten.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER ticket_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signed_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signed_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER follow_up_attempts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON follow_up_attempts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The application's role owns no queue tables: it enqueues through this, in the transaction that causes the job.
-- Twelve tries spread over 22 hours: within the day for which the mail provider remembers an idempotency key.
CREATE FUNCTION enqueue_job(kind text, payload json, job_key text, run_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(kind, payload, job_key := job_key, run_at := run_at, max_attempts := 12);
END $$;
