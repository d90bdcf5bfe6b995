import { useEffect, useRef } from 'react'
import type { TerminalPanel, TerminalSpan } from '../../present'
import { useStores, useTranslate } from '../AppStores'
import { copyText } from '../copy-text'
import { Glyph } from '../icons/Glyph'
import './terminal.css'

function Piece({ span }: { span: TerminalSpan }) {
  switch (span.tone) {
    case 'dim':
      return <span className="d">{span.text}</span>
    case 'error':
      return <span className="x">{span.text}</span>
    case 'good':
      return <span className="o">{span.text}</span>
    case 'key':
      return <u>{span.text}</u>
    case 'good-key':
      return <u className="o">{span.text}</u>
    case 'link':
      return (
        <a href={span.text} title={span.text} target="_blank" rel="noreferrer">
          {span.text}
        </a>
      )
    case 'option':
      return (
        <>
          {' '}
          <span className="op">{span.text.trim()}</span>
        </>
      )
    case 'plain':
      return span.text
  }
}

/** A line that only remarks on what was printed. */
const isRemark = (line: TerminalPanel['lines'][number]) => line.every(({ tone }) => tone === 'dim' || tone === 'link')

/** Where a box scrolls to that shows the end of one of its lines: by whole lines, and never past where that line begins. In px. */
function scrollTo(box: HTMLElement, line: Element | undefined): number {
  if (!line) return 0
  const step = Number.parseFloat(getComputedStyle(box).lineHeight)
  const { top, height } = line.getBoundingClientRect()
  const from = top - box.getBoundingClientRect().top + box.scrollTop
  const hidden = from + height - box.clientHeight
  return hidden <= 0 ? 0 : Math.min(Math.ceil(hidden / step) * step, Math.floor(from / step) * step)
}

/** What a person would really see: the command, and AWS's own words, in English in every language. */
export function Terminal({ panel, bare = false }: { panel: TerminalPanel; bare?: boolean }) {
  const translate = useTranslate()
  const text = useRef<HTMLPreElement>(null)
  const last = panel.lines.length
  // An error under a long command is brought into view; what is only remarked on it may wait below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of lines says that something was printed.
  useEffect(() => {
    const box = text.current
    if (box) box.scrollTop = scrollTo(box, box.children[panel.lines.findLastIndex((line) => !isRemark(line))])
  }, [last])
  const { notices } = useStores()
  const copy = async () => {
    if (await copyText(panel.copy)) {
      notices.getState().notify('info', 'notice.copied')
      return
    }
    if (text.current) getSelection()?.selectAllChildren(text.current)
    notices.getState().notify('info', 'terminal.copy-blocked')
  }
  return (
    <section className="term" aria-label={panel.title}>
      <header className={bare ? 'bare' : ''}>
        {!bare && (
          <>
            <Glyph name={panel.id === 'caller' ? 'user' : 'event'} />
            <b>{panel.title}</b>
          </>
        )}
        <span className="sp" />
        {panel.status && (
          <span className={panel.status.kind === 'returned' ? 'st-ok' : 'st-no'}>
            <Glyph name={panel.status.kind === 'returned' ? 'check' : 'x'} />
            <span className="st-text">{panel.status.text}</span>
          </span>
        )}
        {panel.copy !== '' && (
          <button type="button" className="cp" aria-label={`${translate('terminal.copy')}: ${panel.title}`} onClick={() => void copy()}>
            <Glyph name="copy" />
          </button>
        )}
      </header>
      <div className="term-lines">
        {/* Scrolls, so it has to be reachable by keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order. */}
        <pre ref={text} tabIndex={0} lang="en">
          {panel.lines.map((line, index) => (
            <span key={`${String(index)}${line[0]?.text}`}>
              {line.map((span, at) => (
                <Piece key={`${String(at)}${span.text}`} span={span} />
              ))}
              {'\n'}
            </span>
          ))}
        </pre>
      </div>
    </section>
  )
}
