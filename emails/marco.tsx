import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import { estilo, OSCURO } from './estilo';

/** What every template is told besides its own facts. */
export type DeLaTienda = { tienda: string };

type Props = DeLaTienda & { titulo: string; resumen: string; pie: string; children: ReactNode };

/** The sheet every mail is written on: 600 px, the shop's name, no image, light or dark as the reader's. */
export function Marco({ tienda, titulo, resumen, pie, children }: Props) {
  return (
    <Html lang="es-BO">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{titulo}</title>
        <style>{OSCURO}</style>
      </Head>
      <Preview>{resumen}</Preview>
      <Body className="fondo" style={estilo.cuerpo}>
        <Container style={estilo.contenedor}>
          <Text className="marca" style={estilo.cabecera}>
            {tienda}
          </Text>
          <Section className="hoja" style={estilo.hoja}>
            <Heading as="h1" className="tinta" style={estilo.titulo}>
              {titulo}
            </Heading>
            {children}
          </Section>
          <Text className="tinta2" style={estilo.pie}>
            {pie}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph; `menor` for what matters less. */
export function Parrafo({ children, menor = false }: { children: ReactNode; menor?: boolean }) {
  return (
    <Text className={menor ? 'tinta2' : 'tinta'} style={menor ? estilo.menor : estilo.parrafo}>
      {children}
    </Text>
  );
}

/** The one thing to press, with its address written for whoever cannot press. */
export function Boton({ href, children }: { href: string; children: string }) {
  return (
    <Text style={{ margin: 0 }}>
      <Link href={href} className="boton" style={estilo.boton}>
        {children}
      </Link>
    </Text>
  );
}

/** Facts by name, one a row. */
export function Ficha({ filas }: { filas: readonly (readonly [etiqueta: string, valor: string])[] }) {
  return (
    <table style={estilo.tabla}>
      <tbody>
        {filas.map(([etiqueta, valor]) => (
          <tr key={`${etiqueta} ${valor}`} className="fila">
            <th scope="row" className="tinta2 borde" style={estilo.etiqueta}>
              {`${etiqueta}: `}
            </th>
            <td className="tinta borde" style={estilo.valor}>
              {valor}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
