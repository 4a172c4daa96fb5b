import type { ReadRecord } from '#app/domain/work/index.server.ts'
import { isOutside } from '#app/domain/work/reading.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/**
 * A signed record as its page draws it: nothing but what was signed, with the addresses of its pictures.
 * @param file the address of one of them
 */
export function recordView(
  { visitId, number, verdict, work, corrections, pictures }: ReadRecord,
  { locale }: Pick<Ctx, 'locale'>,
  file: (id: string) => string,
) {
  const en = locale === 'en'
  const pictureOf = (sha256: string | null | undefined) => {
    const id = sha256 ? pictures.get(sha256) : undefined
    return id === undefined ? null : file(id)
  }
  return {
    visitId,
    number,
    fault: verdict.state === 'broken' ? verdict.fault : null,
    seq: work?.seq ?? null,
    hash: work?.hash ?? null,
    content: work?.content ? contentView(work.content, { en, pictureOf }) : null,
    corrections: corrections.map(({ seq, said }) => ({
      seq,
      said: said && { text: said.text, by: said.by.name, at: said.at },
    })),
  }
}
export type RecordView = ReturnType<typeof recordView>
export type SignedContent = NonNullable<RecordView['content']>

type Content = NonNullable<NonNullable<ReadRecord['work']>['content']>

function contentView(
  content: Content,
  {
    en,
    pictureOf,
  }: { en: boolean; pictureOf: (sha256: string | null | undefined) => string | null },
) {
  const { crew, checklist, photos, consents, signature, skill, ...rest } = content
  return {
    ...rest,
    skill: skill ?? null,
    crew: crew ? (en ? crew.nameEn : crew.nameZh) : null,
    checklist: (checklist ?? []).map(({ textZh, textEn, ...check }) => {
      const limits = { lowest: check.lowest ?? null, highest: check.highest ?? null }
      const value = check.value ?? null
      return {
        ...check,
        ...limits,
        value,
        text: en ? textEn : textZh,
        outside: isOutside({ value, ...limits }),
      }
    }),
    photos: (photos ?? []).map(({ stage, sha256 }) => ({ stage, src: pictureOf(sha256) })),
    consents: (consents ?? []).map(({ sha256 }) => pictureOf(sha256)),
    signature: pictureOf(signature),
  }
}
