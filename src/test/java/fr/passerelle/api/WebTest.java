package fr.passerelle.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the web side, with one account of each role for school 0999999F. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureMockMvc
@SpringBootTest(classes = WebDEssai.class,
		properties = { "passerelle.comptes[0].utilisateur=academie", "passerelle.comptes[0].motdepasse=secret",
				"passerelle.comptes[0].role=academie", "passerelle.comptes[1].utilisateur=support",
				"passerelle.comptes[1].motdepasse=secret", "passerelle.comptes[1].role=support",
				"passerelle.comptes[1].uai=0999999F", "passerelle.comptes[2].utilisateur=chef-etablissement",
				"passerelle.comptes[2].motdepasse=secret", "passerelle.comptes[2].role=chef-etablissement",
				"passerelle.comptes[2].uai=0999999F", "passerelle.comptes[3].utilisateur=directeur-ecole",
				"passerelle.comptes[3].motdepasse=secret", "passerelle.comptes[3].role=directeur-ecole",
				"passerelle.comptes[3].uai=0999999F", "passerelle.comptes[4].utilisateur=gestionnaire",
				"passerelle.comptes[4].motdepasse=secret", "passerelle.comptes[4].role=gestionnaire",
				"passerelle.comptes[4].uai=0999999F", "passerelle.comptes[5].utilisateur=admin-ent",
				"passerelle.comptes[5].motdepasse=secret", "passerelle.comptes[5].role=admin-ent",
				"passerelle.comptes[5].uai=0999999F", "passerelle.comptes[6].utilisateur=consommateur",
				"passerelle.comptes[6].motdepasse=secret", "passerelle.comptes[6].role=consommateur",
				"passerelle.comptes[6].uai=0999999F", "passerelle.comptes[7].utilisateur=deux-ecoles",
				"passerelle.comptes[7].motdepasse=secret", "passerelle.comptes[7].role=chef-etablissement",
				"passerelle.comptes[7].uai=0999999F,0750001U", "spring.main.banner-mode=off" })
public @interface WebTest {

}
