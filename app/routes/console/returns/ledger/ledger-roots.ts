import { returnsPath } from '../case-look.ts'

export const ledgerRoot = `${returnsPath}/ledger`
export const figuresRoot = `${returnsPath}/figures`
