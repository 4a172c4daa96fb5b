export { unfilledIn } from './values.ts'
