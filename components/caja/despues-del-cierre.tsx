'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EnElMomento } from '@/components/aprobacion/en-el-momento';
import { ListaTareas } from '@/components/tarea/lista-tareas';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { fraseDiferencia } from '@/lib/caja/rules';
import type { CierreDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson } from '@/lib/money';
import { Correcciones } from './correcciones';
import { DialogoRecuento } from './dialogo-recuento';

type DespuesDelCierreProps = { cierre: CierreDto; puedeRecontar: boolean; puedeResolver: boolean };

/** What was done about a close, and what can be: a superior's word on the spot, a recount, and the tasks it left. */
export function DespuesDelCierre({ cierre, puedeRecontar, puedeResolver }: DespuesDelCierreProps) {
  const router = useRouter();
  const [contando, setContando] = useState(false);
  const { sesion, recuentos, correcciones, tareas, revision } = cierre;
  const corregida = cierre.diferencia_vigente !== sesion.diferencia;
  return (
    <>
      {corregida && (
        <Notice tone={cierre.diferencia_vigente === 0 ? 'hecho' : 'aviso'} title="El cierre se corrigió después">
          Con lo que se corrigió: {fraseDiferencia(centavosDeJson(cierre.diferencia_vigente) ?? 0).toLowerCase()}. El
          conteo sellado queda como estaba.
        </Notice>
      )}
      {revision && <Revision revision={revision} />}
      {(recuentos.length > 0 || correcciones.length > 0) && (
        <Card title="Correcciones de este cierre" flush>
          <Correcciones recuentos={recuentos} correcciones={correcciones} />
        </Card>
      )}
      {tareas.length > 0 && (
        <Card title="Tareas de este cierre" flush>
          <ListaTareas tareas={tareas} puedeResolver={puedeResolver} onResuelta={() => router.refresh()} />
        </Card>
      )}
      {puedeRecontar && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="mostrador" onClick={() => setContando(true)}>
            Recontar este cierre
          </Button>
          <p className="max-w-md text-xs text-pretty text-tinta-2">
            Si el dinero apareció o se contó mal, el recuento corrige la diferencia con un asiento nuevo. Lo aprueba un
            superior.
          </p>
        </div>
      )}
      <DialogoRecuento sesion={sesion} open={contando} onOpenChange={setContando} onDone={() => router.refresh()} />
    </>
  );
}

/** The difference over the limit: what a superior said of it, or their PIN here and now. */
function Revision({ revision }: { revision: NonNullable<CierreDto['revision']> }) {
  const router = useRouter();
  const [abierta, setAbierta] = useState(false);
  const [pendiente, setPendiente] = useState(false);
  if (revision.estado === 'APROBADA') return null;
  if (revision.estado === 'RECHAZADA') {
    return (
      <Notice tone="falta" title="Un superior no aceptó la diferencia">
        {revision.respuesta ?? 'Hay que hablar con quien respondió.'}
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="aviso" title="La diferencia pasa el límite de quien cerró">
        <p>La caja ya está cerrada. Falta que un superior la revise, aquí con su PIN o después en Aprobaciones.</p>
        <Button className="mt-2" onClick={() => setAbierta(true)}>
          Un superior está aquí
        </Button>
      </Notice>
      <Dialog open={abierta} onOpenChange={setAbierta} title="Revisar la diferencia" locked={pendiente}>
        {abierta && (
          <EnElMomento
            id={revision.id}
            motivo="Revisado junto a la gaveta, al cerrar"
            onPendiente={setPendiente}
            onAprobada={() => {
              setAbierta(false);
              router.refresh();
            }}
            onCancelar={() => setAbierta(false)}
          />
        )}
      </Dialog>
    </>
  );
}
