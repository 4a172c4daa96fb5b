// PLACEHOLDER
export default {}
