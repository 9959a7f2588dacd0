import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { NOMBRE_DE_BOLSILLO } from '@/lib/caja/rules';
import type { BalanceDto, FilaDeSesionDto } from '@/lib/caja/schemas-respuestas';
import { Cifra } from './cifra';
import { type FiltroDeFilas, NOMBRE_DE_CONCEPTO, rutaDeFilas } from './cifras';
import { FilasSesion } from './filas-sesion';
import { PieDeLista } from './pie-de-lista';

type FilasDeCifraProps = {
  base: string;
  filtro: FiltroDeFilas;
  filas: readonly FilaDeSesionDto[];
  balance: BalanceDto;
  /** The cursor of this page, absent on the first, and of the next one. */
  desde: string | undefined;
  siguiente: string | null | undefined;
};

/** The rows of the figure that was pointed at, with the way back to all of them. */
export function FilasDeCifra({ base, filtro, filas, balance, desde, siguiente }: FilasDeCifraProps) {
  const { concepto, bolsillo } = filtro;
  const todas = !concepto && !bolsillo;
  return (
    <div id="filas" className="scroll-mt-20">
      <Card
        title={tituloDeFilas(filtro)}
        aside={
          !todas && (
            <Link
              href={rutaDeFilas(base, {}) as Route}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              Ver todas las filas
            </Link>
          )
        }
        flush
        className="overflow-clip"
      >
        {(bolsillo === 'gaveta' || bolsillo === 'fondo') && (
          <p className="num px-4 pb-3 text-xs text-tinta-2 sm:px-5">
            A estas filas se suma con cuánto se abrió: <Cifra valor={balance.monto_inicial} bs />.
          </p>
        )}
        <FilasSesion filas={filas} vacio={concepto === 'apertura' ? SIN_DIFERENCIA : undefined} />
        <PieDeLista base={rutaDeFilas(base, filtro).replace('#filas', '')} desde={desde} siguiente={siguiente} />
      </Card>
    </div>
  );
}

const SIN_DIFERENCIA = {
  title: 'Se abrió con lo que dejó el último cierre',
  description: 'No hubo diferencia de apertura.',
} as const;

function tituloDeFilas({ concepto, bolsillo }: FiltroDeFilas): string {
  if (bolsillo === 'gaveta') return 'Todo lo que entró y salió de la gaveta';
  if (bolsillo) return NOMBRE_DE_BOLSILLO[bolsillo];
  return concepto ? NOMBRE_DE_CONCEPTO[concepto] : 'Todas las filas';
}
