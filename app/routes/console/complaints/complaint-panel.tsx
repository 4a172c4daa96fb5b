import { PagePanel, type PanelProps } from '../page-panel.tsx'
import { complaintPath } from './complaint-look.ts'
import { useComplaint } from './use-complaint.ts'

/** A form on the complaint's page. */
export function ComplaintPanel(form: PanelProps) {
  return <PagePanel page={complaintPath(useComplaint().number)} {...form} />
}
