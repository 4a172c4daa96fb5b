-- What was decided, approved, found and answered is added to, never changed.
CREATE TRIGGER return_decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER return_approvals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER return_inspections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_inspections
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answerabilities_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answerabilities
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answerability_shares_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answerability_shares
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answerability_approvals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answerability_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER complaint_findings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON complaint_findings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER inspection_answers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON inspection_answers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- RX-5: shares are a hundred in all. Looked at when the transaction commits, once they are all there.
CREATE FUNCTION refuse_shares_but_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole bigint;
BEGIN
  SELECT coalesce(sum(percent), 0) INTO whole FROM answerability_shares WHERE answerability_id =
    (CASE TG_TABLE_NAME WHEN 'answerabilities' THEN (to_jsonb(NEW) ->> 'id') ELSE (to_jsonb(NEW) ->> 'answerability_id') END)::bigint;
  IF whole <> 100 THEN
    RAISE EXCEPTION 'shares are % in all', whole
      USING ERRCODE = 'check_violation', CONSTRAINT = 'answerability_shares_whole';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER answerability_shares_whole AFTER INSERT ON answerability_shares
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_shares_but_whole();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER answerabilities_whole AFTER INSERT ON answerabilities
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_shares_but_whole();
--> statement-breakpoint
-- RX-4: no visit of a decision comes before the day its goods are promised, whoever moves it. A promise that slips
-- later leaves the visit where it is, marked (BK-6).
CREATE FUNCTION refuse_visit_before_its_goods() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM return_consequences c JOIN visits v ON v.id = c.visit_id
    WHERE (CASE TG_TABLE_NAME WHEN 'visits' THEN v.id = NEW.id ELSE c.id = NEW.id END)
      AND c.status = 'going' AND v.status <> 'cancelled' AND v.window_start < c.not_before
  ) THEN
    RAISE EXCEPTION 'a visit comes before its goods'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'visits_after_their_goods';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER visits_after_their_goods AFTER UPDATE OF window_start ON visits
  FOR EACH ROW WHEN (OLD.window_start IS DISTINCT FROM NEW.window_start)
  EXECUTE FUNCTION refuse_visit_before_its_goods();
--> statement-breakpoint
CREATE TRIGGER return_consequences_after_their_goods AFTER UPDATE OF visit_id ON return_consequences
  FOR EACH ROW WHEN (NEW.visit_id IS NOT NULL AND OLD.visit_id IS DISTINCT FROM NEW.visit_id)
  EXECUTE FUNCTION refuse_visit_before_its_goods();
--> statement-breakpoint
-- RX-4: a case ends when nothing of it is open.
CREATE FUNCTION refuse_closing_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM return_consequences WHERE case_id = NEW.id AND status IN ('open', 'going')) THEN
    RAISE EXCEPTION 'case % has something open', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'return_cases_all_done';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER return_cases_all_done AFTER UPDATE OF status ON return_cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status IN ('closed', 'cancelled'))
  EXECUTE FUNCTION refuse_closing_open_case();
--> statement-breakpoint
-- CP-1: every complaint is one from its first moment, by whichever channel it came; with its ticket it is withdrawn.
CREATE FUNCTION open_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO complaints (ticket_id, opened_at) VALUES (NEW.id, NEW.created_at) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tickets_open_complaint AFTER INSERT OR UPDATE OF kind ON tickets
  FOR EACH ROW WHEN (NEW.kind = 'complaint') EXECUTE FUNCTION open_complaint();
--> statement-breakpoint
CREATE FUNCTION withdraw_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'cancelled' THEN
    UPDATE complaints SET status = 'withdrawn', version = version + 1
      WHERE ticket_id = NEW.id AND status IN ('open', 'investigating', 'answered');
  ELSE
    UPDATE complaints SET status = 'open', version = version + 1
      WHERE ticket_id = NEW.id AND status = 'withdrawn';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tickets_withdraw_complaint AFTER UPDATE OF status ON tickets
  FOR EACH ROW WHEN (NEW.kind = 'complaint' AND OLD.status IS DISTINCT FROM NEW.status
    AND (NEW.status = 'cancelled' OR OLD.status = 'cancelled'))
  EXECUTE FUNCTION withdraw_complaint();
--> statement-breakpoint
-- CP-1: nobody owns a complaint about themselves.
CREATE FUNCTION refuse_owning_own_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM complaint_people p JOIN tickets t ON t.id = p.ticket_id
    WHERE t.owner_id = p.staff_id
      AND t.id = (CASE TG_TABLE_NAME WHEN 'tickets' THEN (to_jsonb(NEW) ->> 'id') ELSE (to_jsonb(NEW) ->> 'ticket_id') END)::bigint
  ) THEN
    RAISE EXCEPTION 'a complaint is owned by whom it is about'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'complaints_not_about_their_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tickets_not_about_their_owner AFTER UPDATE OF owner_id ON tickets
  FOR EACH ROW WHEN (NEW.kind = 'complaint' AND NEW.owner_id IS DISTINCT FROM OLD.owner_id)
  EXECUTE FUNCTION refuse_owning_own_complaint();
--> statement-breakpoint
CREATE TRIGGER complaint_people_not_its_owner AFTER INSERT ON complaint_people
  FOR EACH ROW EXECUTE FUNCTION refuse_owning_own_complaint();
--> statement-breakpoint
-- CP-2: what was decided about a fault stands.
CREATE FUNCTION keep_fault_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'fault % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'faults_decided_once';
END $$;
--> statement-breakpoint
CREATE TRIGGER faults_decided_once BEFORE UPDATE ON faults
  FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION keep_fault_decision();
--> statement-breakpoint
INSERT INTO complaints (ticket_id, opened_at, status, resolution, answered_at, closed_at, closed_because, closed_by)
SELECT t.id, t.created_at,
  CASE WHEN t.status = 'cancelled' THEN 'withdrawn' WHEN t.status = 'closed' AND t.owner_id IS NOT NULL THEN 'closed'
    WHEN t.status IN ('closed', 'resolved') THEN 'answered' ELSE 'open' END,
  CASE WHEN t.status IN ('closed', 'resolved') THEN coalesce(t.solution, '–') END,
  CASE WHEN t.status IN ('closed', 'resolved') THEN coalesce(t.resolved_at, t.closed_at, t.updated_at) END,
  CASE WHEN t.status = 'closed' AND t.owner_id IS NOT NULL THEN coalesce(t.closed_at, t.updated_at) END,
  CASE WHEN t.status = 'closed' AND t.owner_id IS NOT NULL THEN coalesce(t.solution, '–') END,
  CASE WHEN t.status = 'closed' THEN t.owner_id END
FROM tickets t WHERE t.kind = 'complaint';
--> statement-breakpoint
INSERT INTO return_terms (name_zh, name_en, reasons, remedies, days, months, unopened, position) VALUES
  ('七天无理由退换（未拆封）', 'Seven days to change one’s mind, unopened', '{no_fit,changed_mind,colour,other}', '{refund,exchange}', 7, NULL, true, 10),
  ('送错、少件、运输损坏，七天内免费换补', 'Wrong, missing or damaged on the way: put right within seven days', '{wrong_item,missing_part,transit}', '{exchange,missing,part,refund}', 7, NULL, false, 20),
  ('明显色差，三十天内可换', 'Clear colour difference: exchanged within 30 days', '{colour}', '{exchange,discount}', 30, NULL, false, 30),
  ('质量问题，一年内包换', 'Quality defect: exchanged within one year', '{defect}', '{exchange,part,repair,discount}', NULL, 12, false, 40);
