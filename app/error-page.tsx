// PLACEHOLDER
export function ErrorPage({ status, refusal, reference }: { status: number; refusal: string | null; reference: string }) {
  return <main><h1>{status}</h1><p>{refusal}</p><p>{reference}</p></main>
}
