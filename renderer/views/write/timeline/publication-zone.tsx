import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { readZone } from '../../../../model/timeline/read.ts'
import { useHost } from '../../../editor/context.ts'
import floating from '../../../editor/popover.module.css'
import { useFormat } from '../../../i18n/format.ts'
import { classNames } from '../../../theme/class-names.ts'
import type { Session } from '../../../session/session.ts'
import css from './timeline.module.css'
import { times } from './times.ts'
import { ZoneChoice } from './zone-choice.tsx'

/** Which zone the times of the events are in, said once above them; a press chooses another. */
export function PublicationZone({ session }: { readonly session: Session }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const host = useHost()
  const plan = useStore(
    times(session),
    useShallow((all) => all.plan),
  )
  const zone = readZone(plan, format.locale)
  const said = zone === null ? t('zoneTyped') : t('zoneOne', { zone })
  return (
    <DialogTrigger>
      <Button className={classNames(css['zone'])} isDisabled={host.readOnly}>
        {said}
      </Button>
      <Popover className={classNames(floating['popover'])} placement="bottom start" data-tools="">
        <Dialog className={classNames(floating['dialog'])} aria-label={t('zone')}>
          <ZoneChoice session={session} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
