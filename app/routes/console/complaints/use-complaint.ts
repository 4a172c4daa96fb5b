import { useOutletContext } from '@remix-run/react'
import type { ComplaintView } from './complaint-view.server.ts'

/** The complaint on whose page a form has opened. */
export const useComplaint = () => useOutletContext<ComplaintView & { submissionKey: string }>()
