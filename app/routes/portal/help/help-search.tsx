import { useWords } from '#app/i18n/use-words.ts'
import { Button } from '#app/ui/portal/buttons.tsx'
import { SelectField } from '#app/ui/portal/fields.tsx'

interface Choice {
  key: string
  name: string
}

/** The box, and under it by what is wrong and by product, where the answers know any; what is chosen holds at once. */
export function HelpSearch({
  page: { query, about, product, categories, products },
}: {
  page: {
    query: string
    about: string
    product: string
    categories: Choice[]
    products: Choice[]
  }
}) {
  const { t } = useWords()
  const select = (name: string, label: string, all: string, value: string, of: Choice[]) =>
    of.length > 0 && (
      <SelectField id={name} name={name} label={label} defaultValue={value}>
        <option value="">{all}</option>
        {of.map((one) => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
      </SelectField>
    )
  return (
    <form className="home-search help-search" role="search" action="/help" data-enhance="narrow">
      <div className="search">
        <label className="hidden-text" htmlFor="q">
          {t('home:search')}
        </label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          placeholder={t('home:searchExample')}
          defaultValue={query}
          maxLength={100}
          enterKeyHint="search"
        />
        <button className="button">{t('home:searchButton')}</button>
      </div>
      <div className="help-search__by">
        {select('about', t('home:help.about'), t('home:help.aboutAll'), about, categories)}
        {select('product', t('home:help.product'), t('home:help.productAll'), product, products)}
      </div>
      {categories.length + products.length > 0 && (
        <p className="gap-3" data-needs-no-script>
          <Button>{t('home:help.narrow')}</Button>
        </p>
      )}
    </form>
  )
}
