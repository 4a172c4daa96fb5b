import {
  createContext,
  useContext,
  type AnchorHTMLAttributes,
  type FormHTMLAttributes,
  type ReactNode,
} from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string }
export type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'encType'> & {
  method?: 'get' | 'post'
  encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data'
}
export type LinkComponent = (props: LinkProps) => ReactNode
export type FormComponent = (props: FormProps) => ReactNode

type Links = { link?: LinkComponent; form?: FormComponent }

const LinksContext = createContext<Links>({})

/** Below this, links and forms are the router's; elsewhere the browser's own. */
export function UiLinks({ link, form, children }: Links & { children: ReactNode }) {
  return <LinksContext.Provider value={{ link, form }}>{children}</LinksContext.Provider>
}

/** The router leaves other schemes (`tel:`), downloads and new windows to the browser. */
function staysInside(href: string) {
  return href.startsWith('/') || href.startsWith('?')
}

export function A({
  href,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const { link: Link } = useContext(LinksContext)
  if (Link && staysInside(href) && rest.download === undefined && !rest.target) {
    return (
      <Link to={href} {...rest}>
        {children}
      </Link>
    )
  }
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  )
}

export function F({ children, ...rest }: FormProps) {
  const { form: Form } = useContext(LinksContext)
  if (Form) return <Form {...rest}>{children}</Form>
  return <form {...rest}>{children}</form>
}
