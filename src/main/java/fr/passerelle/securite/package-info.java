/**
 * Who may do what, for which schools. {@link fr.passerelle.securite.Role} is the one
 * matrix of rights, {@link fr.passerelle.securite.Perimetre} the schools an account sees;
 * a call that reserves nothing is refused.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "plateforme" })
package fr.passerelle.securite;
