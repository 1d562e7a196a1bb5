/**
 * Keeps the report books (LSU) of a school: its periods, its bilans and their locks, and
 * the synchronisations that bring identities, teachers and dispositifs up to date. What a
 * synchronisation changes is said by the SQL files of
 * {@code mappings/synchronisations/lsu}; the important type is
 * {@link fr.passerelle.lsu.Synchronisations}.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "noyau", "journal", "mapping", "catalogue", "calendrier", "route" })
package fr.passerelle.lsu;
