import {editorFolder, editorSchemas} from '../validate/editor-schemas.ts'
import {writeFiles, type Written} from '../write/files.ts'

/** Writes the schemas that an editor reads below a folder that exists. @throws {CannotRun} */
export function writeEditorSchemas(
  root: string,
  {folder = editorFolder, dryRun}: {readonly folder?: string; readonly dryRun: boolean},
): readonly Written[] {
  const files = [...editorSchemas()].map(([file, text]) => ({
    path: folder === '' ? file : `${folder}/${file}`,
    bytes: Buffer.from(text),
  }))
  return writeFiles(root, files, {dryRun})
}
