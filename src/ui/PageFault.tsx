import { Component, type ReactNode } from 'react'
import type { Translate } from '../i18n'

interface PageFaultProps {
  readonly translate: Translate
  readonly children: ReactNode
}

/** When the page itself fails: never a blank one. The texts are kept by then, and there are two ways on. */
export class PageFault extends Component<PageFaultProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    const { translate } = this.props
    return (
      <main className="page-fault" data-outcome="fault" data-stopped-at="" data-step="idle" data-playing="false">
        <h1>{translate('fault.title')}</h1>
        <p>{translate('fault.text')}</p>
        <pre>{error.message}</pre>
        <p className="acts">
          <button type="button" className="btn solid" onClick={() => location.reload()}>
            {translate('fault.reload')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              history.replaceState(null, '', '#fresh=1')
              location.reload()
            }}
          >
            {translate('fault.fresh')}
          </button>
        </p>
      </main>
    )
  }
}
