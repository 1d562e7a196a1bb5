/**
 * Makes the LSU and ENT stores follow the référentiel after each applied deposit. What is
 * projected is said by the SQL files of {@code mappings/projections}; the important type
 * is {@link fr.passerelle.projection.Projections}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal" })
package fr.passerelle.projection;
