import { useMemo } from 'react'
import { useStores } from '../AppStores'
import type { ShareActions } from './share-actions'
import { useTrueAddress } from './use-true-address'

/** Links and files. The code for them is fetched when first needed. */
export function useShareActions(): ShareActions {
  const stores = useStores()
  useTrueAddress()
  return useMemo(() => {
    const actions = async () => (await import('./share-actions')).createShareActions(stores)
    return {
      copyLink: () => void actions().then((loaded) => loaded.copyLink()),
      saveFile: () => void actions().then((loaded) => loaded.saveFile()),
      chooseFile: () => void actions().then((loaded) => loaded.chooseFile()),
      copyMermaid: () => void actions().then((loaded) => loaded.copyMermaid()),
      copyMarkdown: () => void actions().then((loaded) => loaded.copyMarkdown()),
      saveImage: (format) => void actions().then((loaded) => loaded.saveImage(format)),
      openFile: (file) => void actions().then((loaded) => loaded.openFile(file)),
    }
  }, [stores])
}
