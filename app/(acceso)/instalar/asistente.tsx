'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import { instalarAction } from '@/lib/instalacion/actions';
import { CamposDelPaso } from './campos';
import { type Campo, DATOS_VACIOS, type Datos, faltasDelPaso, PASOS, pasoCon } from './pasos';

const SIN_RED = 'No se llega al servidor. Revise la conexión e intente de nuevo.';
const ULTIMO = PASOS.length - 1;

/** The three steps. What was typed stays whatever happens; a refusal leads to the step it is about. */
export function Asistente() {
  const [datos, setDatos] = useState<Datos>(DATOS_VACIOS);
  const [paso, setPaso] = useState(0);
  const [faltas, setFaltas] = useState<Readonly<Record<string, string>>>({});
  const [rechazo, setRechazo] = useState<string | null>(null);
  const [pendiente, empezar] = useTransition();
  const form = useRef<HTMLFormElement>(null);

  // The cursor goes where the work is: the first field at fault, else the first of the step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step and its faults are what moves it
  useEffect(() => {
    const malo = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    (malo ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [paso, faltas]);

  const ir = (a: number, con: Readonly<Record<string, string>> = {}) => {
    setPaso(a);
    setFaltas(con);
  };
  const escribir = (campo: Campo, valor: string) => setDatos((antes) => ({ ...antes, [campo]: valor }));

  const instalar = () =>
    empezar(async () => {
      try {
        const hecho = await instalarAction(datos);
        if (hecho.ok) return;
        const campos = hecho.campos ?? {};
        setRechazo(pasoCon(campos) === null ? hecho.message : null);
        ir(pasoCon(campos) ?? ULTIMO, campos);
      } catch (error) {
        unstable_rethrow(error);
        setRechazo(SIN_RED);
      }
    });

  const seguir = (event: FormEvent) => {
    event.preventDefault();
    setRechazo(null);
    const propias = faltasDelPaso(paso, datos);
    if (Object.keys(propias).length > 0) setFaltas(propias);
    else if (paso < ULTIMO) ir(paso + 1);
    else instalar();
  };

  return (
    <form ref={form} onSubmit={seguir} noValidate className="flex flex-col gap-6">
      <Progreso paso={paso} />
      {rechazo && !pendiente && (
        <Notice tone="falta" alert>
          {rechazo}
        </Notice>
      )}
      <CamposDelPaso paso={paso} datos={datos} faltas={faltas} onEscribir={escribir} />
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        {paso > 0 && (
          <Button size="mostrador" disabled={pendiente} onClick={() => ir(paso - 1)}>
            Atrás
          </Button>
        )}
        <Button type="submit" variant="primario" size="mostrador" pendiente={pendiente}>
          {paso < ULTIMO ? 'Seguir' : 'Instalar'}
        </Button>
      </div>
    </form>
  );
}

function Progreso({ paso }: { paso: number }) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {PASOS.map(({ titulo }, i) => (
        <li
          key={titulo}
          aria-current={i === paso ? 'step' : undefined}
          className={cx(i === paso ? 'font-semibold text-tinta' : 'text-tinta-2')}
        >
          {i + 1}. {titulo}
        </li>
      ))}
    </ol>
  );
}
