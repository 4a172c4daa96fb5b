import { data, redirect, type TypedResponse } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import type { z } from 'zod'
import { DomainError, type DomainErrorKind } from './errors.ts'

const statusOf: Record<DomainErrorKind, number> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  too_many: 429,
}

/** What a refusal looks like to the page: a message key and its values. */
export interface RefusalBody {
  refusal: string
  values: Record<string, string | number>
}

/** The one place where a refusal becomes an HTTP answer. */
export function refusalResponse(error: DomainError, said?: string): Response {
  const body: RefusalBody = { refusal: error.code, values: error.values }
  return Response.json(said === undefined ? body : { ...body, said }, {
    status: statusOf[error.kind],
    headers: retryAfter(error),
  })
}

const retryAfter = ({ kind, values }: DomainError): Record<string, string> =>
  kind === 'too_many' ? { 'Retry-After': String(values.seconds) } : {}

/** Runs a loader or an action; a DomainError becomes its HTTP answer, anything else bubbles up. */
export async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError) throw refusalResponse(error)
    throw error
  }
}

export interface FormReply {
  lastResult: SubmissionResult
  refusal: RefusalBody | null
  /** Added to the answer on its way out: see `sayRefusals`. */
  said?: Record<string, string>
}

/** What a page never gets back, though everything else that was typed is kept. */
const hideFields = ['password', 'currentPassword', 'newPassword', 'code']

/**
 * Parses a form with its schema and hands it to `work`. What a person got wrong, or what the state of things
 * does not allow, comes back with everything they typed (422 or 409); a missing row or a missing right does not.
 */
export async function submitForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  work: (value: z.output<S>) => Promise<Response>,
) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') {
    return data<FormReply>({ lastResult: submission.reply({ hideFields }), refusal: null }, 422)
  }
  try {
    return (await work(submission.value)) as TypedResponse<never>
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.kind === 'not_found' || error.kind === 'forbidden') throw refusalResponse(error)
    return data<FormReply>(
      {
        lastResult: submission.reply({ formErrors: [error.code], hideFields }),
        refusal: { refusal: error.code, values: error.values },
      },
      { status: statusOf[error.kind], headers: retryAfter(error) },
    )
  }
}

/** A path of ours to go back to; anything else is `fallback`. */
export function ownPath(value: FormDataEntryValue | null | undefined, fallback: string): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : fallback
}

export const seeOther = (path: string, headers?: HeadersInit) =>
  redirect(path, { status: 303, headers })
