'use client';

import { ClipboardList } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { enviarPendiente } from '@/lib/caja/query-options';
import type { HipotesisDto } from '@/lib/caja/schemas-cierre';
import { FilasHipotesis } from './filas-hipotesis';
import { useActo } from './use-acto';

type CausasProps = { idSesion: number; hipotesis: readonly HipotesisDto[]; anotadas: readonly string[] };

/** The likely causes of a difference, likeliest first: what each would be, what to look at, and the way to leave it for later. */
export function Causas({ idSesion, hipotesis, anotadas }: CausasProps) {
  const [primera, ...otras] = hipotesis;
  if (!primera) return null;
  const titulo = primera.certeza === 'alta' ? 'Lo más probable' : 'Lo primero por mirar';
  const anotada = (h: HipotesisDto) => anotadas.some((a) => a === resumenDe(h));
  return (
    <section aria-label="Causas probables" className="mt-5">
      <Notice tone="aviso" title={`${titulo}: ${minuscula(primera.titulo)}`}>
        <p className="text-pretty">{primera.mirar}</p>
        <FilasHipotesis filas={primera.filas} />
        <Anotar idSesion={idSesion} hipotesis={primera} anotada={anotada(primera)} />
      </Notice>
      {otras.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-xs font-medium text-tinta-2">También puede ser</h3>
          <ol className="divide-y divide-borde">
            {otras.map((h) => (
              <li key={h.titulo} className="py-2.5">
                <p className="font-medium text-pretty">{h.titulo}</p>
                <p className="text-pretty text-tinta-2">{h.mirar}</p>
                <FilasHipotesis filas={h.filas} />
                <Anotar idSesion={idSesion} hipotesis={h} anotada={anotada(h)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Anotar({ idSesion, hipotesis, anotada }: { idSesion: number; hipotesis: HipotesisDto; anotada: boolean }) {
  const router = useRouter();
  const [hecha, setHecha] = useState(anotada);
  const acto = useActo({
    send: enviarPendiente,
    onDone: () => {
      setHecha(true);
      toast.success('Quedó como tarea pendiente');
      router.refresh();
    },
  });
  if (hecha) return <p className="mt-1.5 text-xs text-tinta-2">Quedó como tarea pendiente.</p>;
  return (
    <>
      <Button
        className="mt-2"
        icon={<ClipboardList aria-hidden="true" />}
        pendiente={acto.pendiente}
        onClick={() => acto.enviar({ id: idSesion, detalle: resumenDe(hipotesis) })}
      >
        Dejar como tarea<span className="sr-only">: {hipotesis.titulo}</span>
      </Button>
      {acto.rechazo && <p className="mt-1 text-xs text-falta">{acto.rechazo}</p>}
    </>
  );
}

const resumenDe = (h: HipotesisDto) => `Revisar: ${minuscula(h.titulo)}`.slice(0, 200);

// `Bs 40,00 …` keeps its capital.
const minuscula = (texto: string) => (/^Bs/.test(texto) ? texto : texto.charAt(0).toLowerCase() + texto.slice(1));
