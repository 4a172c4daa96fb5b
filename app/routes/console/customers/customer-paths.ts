export const customersPath = '/console/customers'
export const customerPath = (id: number | string | undefined) => `${customersPath}/${id}`
