/**
 * School years and millésimes: which year each application writes, where and when. All of
 * it is data of {@code mappings/calendriers/}; nothing is computed from the year of a
 * date. Its door is {@link fr.passerelle.calendrier.Calendriers}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "mapping" })
package fr.passerelle.calendrier;
