import calls from './calls.ts'

/** Namespaces of the calls after visits and complaints, and of what is said on them. */
export const callingCatalogue = {
  calls,
}
