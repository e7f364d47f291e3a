/** The words of one story, beside the page: every field and paragraph; each keystroke is an edit and the page follows. */
import { MousePointerClick, Trash2 } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { Button, type Key, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Edit } from '../../../core/document/index.ts';
import {
  type Block,
  blockTypes,
  type Story,
  type StoryField,
  storyFields,
  storyKinds,
  type TextPlace,
  typed,
} from '../../../core/story/index.ts';
import { Action } from '../../shell/Action.tsx';
import { Panel } from '../../shell/Panel.tsx';
import { commit } from '../../state/change.ts';
import { desk, setDesk, useDesk } from '../../state/desk.ts';
import { putStory } from '../../state/edits.ts';
import { placesOf } from '../../state/selection.ts';
import { joinBlock, pasteLines, splitBlock, typeBlock } from './blocks.ts';
import { PassageField, placeName } from './PassageField.tsx';

/** Put the caret into a field once it is there. */
function focusSoon(place: TextPlace, at: number): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>(`[data-passage="${placeName(place)}"]`);
    field?.focus();
    field?.setSelectionRange(at, at);
    field?.scrollIntoView({ block: 'nearest' });
  });
}

const storyNow = (id: string): Story | null => desk().project?.stories[id] ?? null;

/** Change the story as it is now, and put the caret where the change leads. */
function change(id: string, label: string, make: (s: Story) => Story, caret?: { place: TextPlace; at: number }): void {
  const story = storyNow(id);
  if (!story) return;
  if (commit(label, putStory(make(story))) && caret) focusSoon(caret.place, caret.at);
}

/** The kind of a paragraph. Its menu is made when it is opened: a long story has fifty of these. */
const BlockType = memo(function BlockType({
  story,
  index,
  type,
}: {
  readonly story: string;
  readonly index: number;
  readonly type: Block['type'];
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const mark = useRef<HTMLButtonElement>(null);
  const choose = (next: Key): void => {
    setOpen(false);
    if (next !== type) change(story, 'text.blockType', (s) => typeBlock(s, index, next as Block['type']));
  };
  return (
    <div className="block-type">
      <button
        type="button"
        ref={mark}
        className="block-mark"
        data-type={type}
        aria-label={`${t('text.blockType')} ${t(`text.block.${type}`)}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {t(`text.mark.${type}`)}
      </button>
      {open && (
        <Popover className="popover" triggerRef={mark} isOpen onOpenChange={setOpen} aria-label={t('text.blockType')}>
          <ListBox
            className="menu-list"
            aria-label={t('text.blockType')}
            autoFocus
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[type]}
            items={blockTypes.map((id) => ({ id }))}
          >
            {({ id }) => (
              <ListBoxItem id={id} className="menu-item" onAction={() => choose(id)}>
                {t(`text.block.${id}`)}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      )}
    </div>
  );
});

interface BlockRowProps {
  readonly id: string;
  readonly index: number;
  readonly block: Block;
}

/** One paragraph. It is drawn again only when its own text or kind changed. */
const BlockRow = memo(function BlockRow({ id, index, block }: BlockRowProps) {
  const { t } = useTranslation();
  const join = (): void =>
    change(id, 'text.join', (s) => joinBlock(s, index), {
      place: { field: 'body', block: index - 1 },
      at: storyNow(id)?.body[index - 1]?.text.length ?? 0,
    });
  return (
    <div className="block">
      <BlockType story={id} index={index} type={block.type} />
      <PassageField
        story={id}
        place={{ field: 'body', block: index }}
        text={block.text}
        label={t('text.paragraph', { type: t(`text.block.${block.type}`), n: index + 1 })}
        className={`field-${block.type}`}
        onEnter={(at) => change(id, 'text.split', (s) => splitBlock(s, index, at), { place: { field: 'body', block: index + 1 }, at: 0 })}
        onLines={(from, to, lines) =>
          change(id, 'text.paste', (s) => pasteLines(s, index, from, to, lines), {
            place: { field: 'body', block: index + lines.length - 1 },
            at: lines.at(-1)?.length ?? 0,
          })
        }
        {...(index > 0 ? { onJoin: join } : {})}
      />
    </div>
  );
});

function Body({ story }: { readonly story: Story }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no name but its place
  return story.body.map((block, i) => <BlockRow key={i} id={story.id} index={i} block={block} />);
}

const setField = (story: Story, field: StoryField, text: string | null): Story => ({
  ...story,
  [field]: text === null ? null : typed(text),
});

/** Fields the story does not have, to be added. */
function AddField({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const missing = storyFields.filter((f) => story[f] === null);
  if (missing.length === 0 && story.body.length > 0) return null;
  const add = (field: StoryField | 'body'): void =>
    field === 'body'
      ? change(story.id, 'text.addField', (s) => ({ ...s, body: [...s.body, { type: 'paragraph', ...typed('') }] }), {
          place: { field: 'body', block: story.body.length },
          at: 0,
        })
      : change(story.id, 'text.addField', (s) => setField(s, field, ''), { place: { field }, at: 0 });
  return (
    <div className="add-fields">
      {[...missing, ...(story.body.length === 0 ? (['body'] as const) : [])].map((f) => (
        <button type="button" key={f} className="chip" onClick={() => add(f)}>
          + {t(`text.field.${f}`)}
        </button>
      ))}
    </div>
  );
}

function Field({ story, field }: { readonly story: Story; readonly field: StoryField }) {
  const { t } = useTranslation();
  const passage = story[field];
  if (!passage) return null;
  return (
    <div className="block">
      <span className="block-mark still" title={t(`text.field.${field}`)}>
        {t(`text.mark.${field}`)}
      </span>
      <PassageField
        story={story.id}
        place={{ field }}
        text={passage.text}
        label={t(`text.field.${field}`)}
        placeholder={t(`text.field.${field}`)}
        className={`field-${field}`}
        {...(passage.text === '' ? { onJoin: () => change(story.id, 'text.removeField', (s) => setField(s, field, null)) } : {})}
      />
    </div>
  );
}

function Pictures({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const pictures = useDesk((s) => s.project?.pictures);
  return story.pictures.map((p, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a story's picture has no name but its place
    <div className="picture-texts" key={i}>
      <h3>{t('text.picture', { n: i + 1, name: (p.picture && pictures?.[p.picture]?.name) || t('text.noPicture') })}</h3>
      {(['caption', 'credit'] as const).map((kind) => {
        const passage = p[kind];
        return passage ? (
          <div className="block" key={kind}>
            <span className="block-mark still">{t(`text.mark.${kind}`)}</span>
            <PassageField
              story={story.id}
              place={{ field: kind === 'caption' ? 'caption' : 'pictureCredit', picture: i }}
              text={passage.text}
              label={t(`text.field.${kind}`)}
              className={`field-${kind}`}
            />
          </div>
        ) : (
          <button
            type="button"
            key={kind}
            className="chip"
            onClick={() =>
              change(story.id, 'text.addField', (s) => ({
                ...s,
                pictures: s.pictures.map((x, j) => (j === i ? { ...x, [kind]: typed('') } : x)),
              }))
            }
          >
            + {t(`text.field.${kind}`)}
          </button>
        );
      })}
    </div>
  ));
}

const KindChoice = memo(function KindChoice({ id, kind }: { readonly id: string; readonly kind: Story['kind'] }) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('text.kind')}
      className="kind"
      value={kind}
      onChange={(next) => change(id, 'text.kind', (s) => ({ ...s, kind: next as Story['kind'] }))}
    >
      <Button className="chip">
        <SelectValue>{() => t(`story.kind.${kind}`)}</SelectValue>
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={storyKinds.map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item">
              {t(`story.kind.${id}`)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
});

/** Take a story out of the issue; it must stand on no page. */
function removeStory(id: string): void {
  const { project } = desk();
  if (!project) return;
  const edit: Edit = { kind: 'story', id, after: null };
  const next = project.storyOrder.find((s) => s !== id) ?? null;
  if (commit('story.remove', edit)) setDesk({ story: next });
}

function Actions({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const placed = useDesk((s) => placesOf(s.project?.pages ?? [], story.id).length > 0);
  if (placed) return null;
  return (
    <>
      <Action command="story.place" icon={MousePointerClick} />
      <button
        type="button"
        className="action action-icon"
        aria-label={t('text.remove')}
        title={t('text.remove')}
        onClick={() => removeStory(story.id)}
      >
        <Trash2 size={15} strokeWidth={1.6} aria-hidden />
      </button>
    </>
  );
}

/** A story's passages, each in a field of its own. */
export function StoryTexts({ story }: { readonly story: Story }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { id } = story;
  useEffect(() => {
    if (id !== undefined) scroller.current?.scrollTo(0, 0);
  }, [id]);
  return (
    <div className="story-text" ref={scroller} lang={story.language} key={story.id}>
      <KindChoice id={story.id} kind={story.kind} />
      {storyFields.slice(0, 5).map((f) => (
        <Field key={f} story={story} field={f} />
      ))}
      <Body story={story} />
      <Field story={story} field="credit" />
      <Pictures story={story} />
      <AddField story={story} />
    </div>
  );
}

export function StoryText() {
  const { t } = useTranslation();
  const story = useDesk((s) => (s.story ? (s.project?.stories[s.story] ?? null) : null));
  return (
    <Panel title={t('panel.text')} name="text" actions={story && <Actions story={story} />}>
      {story ? <StoryTexts story={story} /> : <p className="empty">{t('text.empty')}</p>}
    </Panel>
  );
}
