import type { Tx } from '#app/platform/context.server.ts'

export async function settleClocks(_tx: Tx, _ticketId: number): Promise<void> {}
