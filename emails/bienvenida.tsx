import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { Boton, type DeLaTienda, Marco, Parrafo } from './marco';

/** Somebody can sign in from today on. */
export function Bienvenida({ tienda, nombre, enlace }: DatosDePlantilla['bienvenida'] & DeLaTienda) {
  return (
    <Marco
      tienda={tienda}
      titulo={`Le damos la bienvenida, ${nombre}`}
      resumen={`${tienda} le abrió un usuario.`}
      pie="Si no trabaja en esta tienda, no haga nada: sin usted nadie puede ingresar con este correo."
    >
      <Parrafo>{tienda} le abrió un usuario en su punto de venta. Ingrese con este correo.</Parrafo>
      {enlace && <Boton href={enlace}>Ingresar</Boton>}
      <Parrafo menor>
        La contraseña de la primera vez se la da quien administra la tienda; al entrar se elige una propia.
      </Parrafo>
    </Marco>
  );
}
