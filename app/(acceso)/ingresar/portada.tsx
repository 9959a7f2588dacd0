import { Logo } from '@/components/layout/logo';

const NEGOCIOS = ['Mercadería', 'Agente bancario', 'Recargas', 'Fiado'];

/** The warm half of the sign-in page on a wide screen: what Kantuta is, in one line. */
export function Portada() {
  return (
    <aside className="relative hidden overflow-hidden border-r border-borde bg-marca-suave lg:flex lg:flex-col lg:justify-between lg:p-12 xl:p-16">
      <p className="flex items-center gap-3">
        <Logo className="size-11" />
        <span className="text-xl font-bold">Kantuta</span>
      </p>
      <div className="relative z-10 max-w-md">
        <p className="text-[2.5rem] leading-[1.1] font-bold tracking-tight text-balance">
          Una gaveta, cuatro negocios, y las cuentas cuadran.
        </p>
        <ul className="mt-8 flex flex-wrap gap-2">
          {NEGOCIOS.map((negocio) => (
            <li
              key={negocio}
              className="rounded-full border border-borde bg-superficie px-3.5 py-1.5 text-sm font-medium text-tinta-2"
            >
              {negocio}
            </li>
          ))}
        </ul>
      </div>
      <Flores />
    </aside>
  );
}

/** Kantutas hanging from the upper corner, as they do from the branch. */
function Flores() {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 select-none">
      <Logo className="absolute -top-6 right-2 size-72 rotate-12 opacity-90" />
      <Logo className="absolute -top-10 right-64 size-44 -rotate-6 opacity-55" />
      <Logo className="absolute top-60 -right-14 size-40 rotate-30 opacity-40" />
    </div>
  );
}
