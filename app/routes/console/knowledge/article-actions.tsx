import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words.ts'
import { Btn, BtnLink } from '#app/ui/console/buttons.tsx'
import { Status } from '#app/ui/console/status.tsx'
import { articlePath, articleStatusLook } from './article-look.ts'
import type { ArticleView } from './article-view.server.ts'

/** Where it stands, and what one may do with it. */
export function ArticleActions({ article }: { article: ArticleView }) {
  const { t } = useWords()
  const busy = useNavigation().state === 'submitting'
  const { slug, status, audience, version } = article
  const at = articlePath(slug)
  const isPublic = status === 'published' && audience === 'public'
  const act = (to: 'publication' | 'retirement', words: string, go: boolean) => (
    <Form method="post" action={`${at}/${to}`}>
      <input type="hidden" name="version" value={version} />
      <Btn variant={go ? 'go' : 'plain'} disabled={busy}>
        {words}
      </Btn>
    </Form>
  )
  return (
    <>
      <Status {...articleStatusLook[status]}>{t(`knowledge:status.${status}`)}</Status>
      {isPublic && (
        <a className="link" href={`/help/${slug}`}>
          {t('knowledge:do.seePublic')}
        </a>
      )}
      {article.may.write && (
        <>
          {status !== 'published' && !article.whole ? (
            <BtnLink variant="go" href={`${at}/edit`}>
              {t('knowledge:do.complete')}
            </BtnLink>
          ) : (
            <BtnLink href={`${at}/edit`}>{t('knowledge:do.edit')}</BtnLink>
          )}
          {status !== 'retired' && act('retirement', t('knowledge:do.retire'), false)}
          {status !== 'published' &&
            article.whole &&
            act(
              'publication',
              t(status === 'retired' ? 'knowledge:do.publishAgain' : 'knowledge:do.publish'),
              true,
            )}
        </>
      )}
    </>
  )
}
