import type {Renderer} from '../model/dossier.ts'

export const pdf: Renderer = {
  format: 'pdf',
  mediaType: 'application/pdf',
  render: async (dossier) => {
    const {renderPdf} = await import('./pdf/document.ts')
    return renderPdf(dossier)
  },
}
