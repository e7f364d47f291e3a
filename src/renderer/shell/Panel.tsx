import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  readonly name: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A word beside the title, such as a count. */
  readonly note?: string;
}

/** One docked panel: a named region with a quiet head. */
export function Panel({ title, name, actions, children, note }: PanelProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id} data-panel={name}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="panel-note">{note}</span>}
        <div className="panel-actions">{actions}</div>
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
