import type {Block, Dossier, Heading, Run} from '../../model/dossier.ts'
import {classWords} from '../../model/words.ts'
import {draftText} from '../draft-text.ts'
import {highestClass} from '../highest-class.ts'
import {cellText} from '../outcome-text.ts'
import {rowSourceText, sourceText} from '../source-text.ts'
import {visible} from '../visible.ts'
import {chartOf} from './chart.ts'
import {uniqueIds} from './ids.ts'

/** What the template prints: texts made visible, and a flag for each type of block. */
export function viewOf(dossier: Dossier) {
  const ids = uniqueIds(dossier.blocks)
  return {
    title: visible(dossier.title),
    subtitle: visible(dossier.subtitle),
    network: visible(dossier.network),
    asOf: dossier.asOf,
    commit: dossier.commit?.slice(0, 12) ?? '',
    toolVersion: visible(dossier.toolVersion),
    rulesVersion: visible(dossier.rulesVersion),
    class: classWords[highestClass(dossier)],
    draft: visible(draftText(dossier) ?? ''),
    mark: visible(dossier.mark ?? ''),
    legend: dossier.cover.legend.map(visible),
    facts: dossier.cover.facts.map(({label, text}) => ({
      label: visible(label),
      text: visible(text),
    })),
    contents: dossier.blocks.flatMap((it, index) =>
      it.type === 'heading' && it.level < 3
        ? [{id: ids[index] ?? '', title: titleOf(it), second: it.level === 2}]
        : [],
    ),
    sections: sectionsOf(dossier.blocks, ids),
  }
}

/** Blocks from one heading of level 1 to the next. */
function sectionsOf(blocks: readonly Block[], ids: readonly string[]) {
  const sections: {label: string; blocks: ReturnType<typeof blockView>[]}[] = []
  blocks.forEach((block, index) => {
    const id = ids[index] ?? ''
    const starts = block.type === 'heading' && block.level === 1
    if (starts || sections.length === 0) sections.push({label: starts ? id : '', blocks: []})
    sections.at(-1)?.blocks.push(blockView(block, id))
  })
  return sections
}

function blockView(block: Block, id: string) {
  switch (block.type) {
    case 'heading':
      return {
        [`heading${block.level}`]: true,
        id,
        number: visible(block.number ?? ''),
        text: visible(block.text),
      }
    case 'paragraph':
      return {
        paragraph: true,
        style: block.style,
        runs: block.runs.map(runView),
        source: visible(sourceText(block.provenance)),
      }
    case 'list': {
      const items = block.items.map((it) => ({
        runs: it.runs.map(runView),
        source: visible(sourceText(it.provenance)),
      }))
      return {[block.ordered ? 'ordered' : 'unordered']: true, items}
    }
    case 'table':
      return tableView(block)
    case 'facts':
      return {
        facts: true,
        items: block.items.map((it) => ({
          label: visible(it.label),
          text: visible(it.text),
          source: visible(sourceText(it.provenance)),
        })),
      }
    case 'timeline':
      return {
        timeline: true,
        caption: visible(block.caption),
        id,
        chart: chartOf(block),
        lanes: block.lanes.map((lane) => ({
          title: visible(lane.title),
          events: lane.events.map((it) => ({date: it.date, label: visible(it.label)})),
        })),
      }
    default:
      return block satisfies never
  }
}

function tableView(table: Extract<Block, {type: 'table'}>) {
  const ownSource = table.columns.at(-1)?.title === 'Source'
  const sum = table.columns.reduce((total, it) => total + Math.max(0.01, it.width), 0)
  const columns = table.columns.map((it) => ({
    title: visible(it.title),
    // Whole percents: a table's look does not hang on more.
    width: Math.round((Math.max(0.01, it.width) / sum) * 100),
    right: it.align === 'right',
  }))
  const rows = table.rows.map((row) => {
    if (row.cells.length !== columns.length)
      throw new RangeError(
        `Unexpected ${row.cells.length} cells in table \`${table.caption}\`, expected ${columns.length}`,
      )
    return {
      cells: row.cells.map((cell, index) => ({
        text: visible(cellText(cell)),
        outcome: cell.outcome === undefined ? null : {[cell.outcome]: true},
        strong: cell.strong === true,
        right: table.columns[index]?.align === 'right',
        code: table.columns[index]?.style === 'code',
      })),
      source: ownSource ? '' : visible(rowSourceText(row)),
    }
  })
  return {
    table: true,
    caption: visible(table.caption),
    columns,
    rows,
    span: columns.length,
    wide: columns.length > 3,
  }
}

function runView({text, style}: Run) {
  return {
    text: visible(text),
    strong: style === 'strong',
    emphasis: style === 'emphasis',
    code: style === 'code',
    plain: style === undefined,
  }
}

function titleOf({number, text}: Heading): string {
  return visible(number === undefined ? text : `${number} ${text}`)
}
