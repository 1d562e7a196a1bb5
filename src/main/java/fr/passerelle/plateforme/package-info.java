/**
 * The ground the hub stands on: its home folder, the embedded PostgreSQL and Artemis, the
 * schemas, the accesses, and the checks without which no route starts. The important type
 * is {@link fr.passerelle.plateforme.Maison}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "noyau")
package fr.passerelle.plateforme;
