DROP INDEX "supplier_claims_waiting";--> statement-breakpoint
CREATE INDEX "visits_crew_finished" ON "visits" USING btree ("crew_id","finished_at") WHERE "visits"."finished_at" is not null;--> statement-breakpoint
CREATE INDEX "return_cases_called" ON "return_cases" USING btree ("product","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "return_consequences_after" ON "return_consequences" USING btree ("after_id") WHERE "return_consequences"."after_id" is not null;--> statement-breakpoint
CREATE INDEX "supplier_claims_status" ON "supplier_claims" USING btree ("status","made_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaints_opened" ON "complaints" USING btree ("opened_at" DESC NULLS LAST,"ticket_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "supplier_claims_waiting" ON "supplier_claims" USING btree ("made_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "supplier_claims"."status" in ('open', 'sent');--> statement-breakpoint
-- CP-2: what was decided about a fault stands; only its words go with the person who complained.
CREATE OR REPLACE FUNCTION keep_fault_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('shangmen.erasing', true) = 'yes' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'fault % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'faults_decided_once';
END $$;
--> statement-breakpoint
-- Of a return or exchange: which, and what was decided, promised, inspected and paid, in keys of our own lists.
CREATE OR REPLACE FUNCTION without_words(kind text, data jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}'::jsonb) FROM jsonb_each(data)
  WHERE jsonb_typeof(value) IN ('number', 'boolean', 'null')
    OR key IN ('status', 'severity', 'kind', 'category', 'owner', 'channel', 'seq', 'hash', 'start', 'end',
      'expectedAt', 'expectedOn', 'until', 'mark', 'outcome', 'number', 'level', 'decision', 'purpose', 'backOn',
      'side', 'clock', 'crew', 'crewZh', 'crewEn', 'stage', 'agreeBy', 'import', 'updatedAt', 'case')
    OR (key = 'reason' AND kind IN ('late_told', 'work_paused', 'return_asked'))
    OR (key IN ('wish', 'remedy', 'needs', 'fate', 'method', 'currency', 'paidOn', 'promisedOn', 'collect', 'shares')
      AND kind LIKE 'return\_%')
    OR (key IN ('from', 'to') AND kind = 'return_promised')
    OR (key = 'verdict' AND kind = 'complaint_verdict')
    OR (key = 'call' AND kind = 'followed_up')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_history(person bigint[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  theirs bigint[];
  trips bigint[];
  cases bigint[];
BEGIN
  IF EXISTS (SELECT 1 FROM customers WHERE id = ANY (person) AND erased_at IS NULL) THEN
    RAISE EXCEPTION 'only the history of somebody who is erased is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('shangmen.erasing', 'yes', true);
  SELECT array_agg(id) INTO theirs FROM tickets WHERE customer_id = ANY (person);
  SELECT array_agg(id) INTO trips FROM visits WHERE ticket_id = ANY (theirs);
  SELECT array_agg(id) INTO cases FROM return_cases WHERE ticket_id = ANY (theirs);
  UPDATE ticket_events SET data = without_words(kind, data) WHERE ticket_id = ANY (theirs);
  UPDATE order_events SET data = without_words(kind, data)
    WHERE order_id IN (SELECT id FROM orders WHERE customer_id = ANY (person));
  UPDATE signed_records SET content = '{"erased":true}', signer_name = '–' WHERE visit_id = ANY (trips);
  UPDATE follow_up_attempts SET note = ''
    WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE ticket_id = ANY (theirs));
  UPDATE inspection_answers SET words = ''
    WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE ticket_id = ANY (theirs));
  UPDATE visit_entries SET fields = '{}' WHERE visit_id = ANY (trips);
  UPDATE visit_delays SET note = '' WHERE visit_id = ANY (trips);
  UPDATE visit_inspections SET note = CASE WHEN passed THEN '' ELSE '–' END WHERE visit_id = ANY (trips);
  UPDATE visit_extras SET what = '–', decided_by = CASE WHEN decided_by IS NULL THEN NULL ELSE '–' END
    WHERE visit_id = ANY (trips);
  -- Who decided, when, for what and for how much stays.
  UPDATE return_decisions SET why = '–', told = '–', plan = without_words('return_decided', plan)
    WHERE case_id = ANY (cases);
  UPDATE return_approvals SET reason = '–'
    WHERE decision_id IN (SELECT id FROM return_decisions WHERE case_id = ANY (cases));
  UPDATE return_inspections SET condition = '–'
    WHERE consequence_id IN (SELECT id FROM return_consequences WHERE case_id = ANY (cases));
  UPDATE answerabilities SET cause = '–', evidence = '–', why = CASE WHEN why = '' THEN '' ELSE '–' END
    WHERE case_id = ANY (cases);
  UPDATE answerability_shares SET note = ''
    WHERE answerability_id IN (SELECT id FROM answerabilities WHERE case_id = ANY (cases));
  UPDATE answerability_approvals SET reason = CASE WHEN reason = '' THEN '' ELSE '–' END
    WHERE answerability_id IN (SELECT id FROM answerabilities WHERE case_id = ANY (cases));
  UPDATE complaint_findings SET body = '–' WHERE ticket_id = ANY (theirs);
  UPDATE faults SET what = '–', answer = CASE WHEN answer IS NULL THEN NULL ELSE '–' END,
      decision_why = CASE WHEN decision_why IS NULL THEN NULL ELSE '–' END
    WHERE ticket_id = ANY (theirs);
  PERFORM set_config('shangmen.erasing', '', true);
END $$;
