-- CU-1: what somebody asked to have forgotten goes from the histories too, and nothing else ever does: the words, not the
-- entries. Only through `erase_history`, which runs as the owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('shangmen.erasing', true) = 'yes' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('shangmen.erasing', true) = 'yes' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'extra % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'extra_decided_once';
END $$;
--> statement-breakpoint
-- Of what an entry of a history tells, the part that names nobody: figures, moments, keys of our own lists.
CREATE FUNCTION without_words(kind text, data jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}'::jsonb) FROM jsonb_each(data)
  WHERE jsonb_typeof(value) IN ('number', 'boolean', 'null')
    OR key IN ('status', 'severity', 'kind', 'category', 'owner', 'channel', 'seq', 'hash', 'start', 'end',
      'expectedAt', 'expectedOn', 'until', 'mark', 'outcome', 'number', 'level', 'decision', 'purpose', 'backOn',
      'side', 'clock', 'crew', 'crewZh', 'crewEn', 'stage', 'agreeBy', 'import', 'updatedAt')
    OR (key = 'reason' AND kind IN ('late_told', 'work_paused'))
$$;
--> statement-breakpoint
CREATE FUNCTION erase_history(person bigint[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM customers WHERE id = ANY (person) AND erased_at IS NULL) THEN
    RAISE EXCEPTION 'only the history of somebody who is erased is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('shangmen.erasing', 'yes', true);
  UPDATE ticket_events SET data = without_words(kind, data)
    WHERE ticket_id IN (SELECT id FROM tickets WHERE customer_id = ANY (person));
  UPDATE order_events SET data = without_words(kind, data)
    WHERE order_id IN (SELECT id FROM orders WHERE customer_id = ANY (person));
  UPDATE signed_records SET content = '{"erased":true}', signer_name = '–'
    WHERE visit_id IN (SELECT v.id FROM visits v JOIN tickets t ON t.id = v.ticket_id WHERE t.customer_id = ANY (person));
  UPDATE follow_up_attempts SET note = ''
    WHERE follow_up_id IN (SELECT f.id FROM follow_ups f JOIN tickets t ON t.id = f.ticket_id WHERE t.customer_id = ANY (person));
  UPDATE visit_entries SET fields = '{}'
    WHERE visit_id IN (SELECT v.id FROM visits v JOIN tickets t ON t.id = v.ticket_id WHERE t.customer_id = ANY (person));
  UPDATE visit_delays SET note = ''
    WHERE visit_id IN (SELECT v.id FROM visits v JOIN tickets t ON t.id = v.ticket_id WHERE t.customer_id = ANY (person));
  UPDATE visit_inspections SET note = CASE WHEN passed THEN '' ELSE '–' END
    WHERE visit_id IN (SELECT v.id FROM visits v JOIN tickets t ON t.id = v.ticket_id WHERE t.customer_id = ANY (person));
  UPDATE visit_extras SET what = '–', decided_by = CASE WHEN decided_by IS NULL THEN NULL ELSE '–' END
    WHERE visit_id IN (SELECT v.id FROM visits v JOIN tickets t ON t.id = v.ticket_id WHERE t.customer_id = ANY (person));
  PERFORM set_config('shangmen.erasing', '', true);
END $$;
