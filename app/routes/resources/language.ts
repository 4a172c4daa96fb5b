// PLACEHOLDER
export const loader = () => new Response('')
