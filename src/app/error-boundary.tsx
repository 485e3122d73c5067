import { Component, type ReactNode } from 'react';
import { Banner, Button } from '@/ui';

interface Props {
  /** Going elsewhere gives the page another chance. */
  readonly place: string;
  readonly words: { readonly title: string; readonly text: string; readonly again: string };
  /** There is no shell around it: what it says stands on a page of its own. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly place: string;
}

/** A screen that fell over must not take the book with it: what was saved is on the phone, and the person is told so. */
export class ErrorBoundary extends Component<Props, State> {
  override state = { failed: false, place: this.props.place };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.place === state.place ? null : { failed: false, place: props.place };
  }
  override render(): ReactNode {
    const { words, whole, children } = this.props;
    if (!this.state.failed) return children;
    const said = (
      <Banner tone="danger" title={words.title} action={<Button onClick={() => location.reload()}>{words.again}</Button>}>
        {words.text}
      </Banner>
    );
    return whole ? <main className="ui-main">{said}</main> : said;
  }
}
