/**
 * Reads and checks {@code mappings/}: what becomes which column, and the SQL files of
 * fusion, rules and projections. Its important types:
 * {@link fr.passerelle.mapping.Mappings}, {@link fr.passerelle.mapping.SourceMapping},
 * {@link fr.passerelle.mapping.SqlFile}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau" })
package fr.passerelle.mapping;
