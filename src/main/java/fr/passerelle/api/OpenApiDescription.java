package fr.passerelle.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of /v3/api-docs. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

	private static final String TEXTE = """
			Dépôts, comptes rendus, rejets, établissements et livret scolaire (LSU). Un compte d'établissement ne voit que ses UAI : \
			tout le reste répond 404. Les erreurs sont des application/problem+json avec code, title, detail et action.""";

	@Bean
	OpenAPI passerelleOpenApi() {
		return new OpenAPI().info(new Info().title("Passerelle").version("v1").description(TEXTE))
			.components(new Components()
				.addSecuritySchemes("compte",
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic").description("Compte local"))
				.addSecuritySchemes("cle",
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.description("Clé api.cle de data/acces.properties")))
			.addSecurityItem(new SecurityRequirement().addList("compte"))
			.addSecurityItem(new SecurityRequirement().addList("cle"));
	}

}
