import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const LIMPIEZA: CategoriaDeMuestra = {
  nombre: 'Limpieza',
  productos: [
    // Astrix: Ola, Patito
    ...deEmpresa('7772201', [
      [1, 'Detergente Ola floral 800 g', 16, 13.4, 4],
      [2, 'Detergente Ola floral 150 g', 3.5, 2.8, 4],
      [11, 'Lavavajilla Ola limón crema 500 g', 11, 9, 4],
      [12, 'Lavavajilla Ola líquido 750 ml', 16, 13, 2],
      [21, 'Lavandina Ola 1 L', 7, 5.5, 4],
      [22, 'Lavandina Ola 2 L', 13, 10.3, 2],
      [31, 'Suavizante Ola 900 ml', 15, 12.2, 2],
      [41, 'Jabón de ropa Patito 250 g', 4, 3.2, 5],
      [51, 'Limpiapisos Ola lavanda 900 ml', 13, 10.5, 3],
    ]),
    // Ace
    ...deEmpresa('7500435', [[1, 'Detergente Ace naturals 800 g', 20, 16.9, 3]]),
    // Alicorp (Perú): Bolívar, Opal
    ...deEmpresa('7750243', [
      [501, 'Jabón Bolívar 230 g', 5.5, 4.4, 5],
      [511, 'Detergente Bolívar 750 g', 19, 15.8, 2],
      [521, 'Detergente Opal 450 g', 10.5, 8.6, 2],
    ]),
    // Sapolio (Perú)
    ...deEmpresa('7751851', [
      [1, 'Lavavajilla Sapolio limón 360 g', 8, 6.4, 4],
      [11, 'Limpiavidrios Sapolio 650 ml', 17, 13.8, 1],
      [31, 'Insecticida Sapolio mata todo 360 ml', 24, 19.5, 2],
      [41, 'Desinfectante Sapolio pino 900 ml', 12, 9.6, 2],
    ]),
    // SC Johnson (Argentina)
    ...deEmpresa('7790520', []),
    // 3M (Brasil)
    ...deEmpresa('7891040', [
      [1, 'Esponja Scotch-Brite', 4.5, 3.4, 4],
      [11, 'Fibra de acero Scotch-Brite', 4, 3, 2],
    ]),
  ],
};
