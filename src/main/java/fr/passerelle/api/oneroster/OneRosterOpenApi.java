package fr.passerelle.api.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.passerelle.securite.Portee;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Describes each address of the interface: four methods serve them, whose patterns would
 * tell a reader nothing.
 */
@Component
class OneRosterOpenApi implements OpenApiCustomizer {

	private static final String SCHEMA = "oneroster";

	private static final Map<String, String> REFUS = new TreeMap<>(Map.of("400",
			"invalid_filter_field, invalid_sort_field, invalid_selection_field, invaliddata (imsx_StatusInfo)", "401",
			"unauthorisedrequest : pas de jeton valable", "403",
			"forbidden : la portée ou les champs ne le permettent pas", "404", "unknownobject", "429",
			"server_busy : en préparation, Retry-After dit quand revenir"));

	@Override
	public void customise(OpenAPI api) {
		api.getComponents()
			.addSecuritySchemes(SCHEMA,
					new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
						.description("Compte du consommateur OneRoster")
						.flows(new OAuthFlows()
							.clientCredentials(new OAuthFlow().tokenUrl("/ims/oneroster/token").scopes(portees()))));
		PathItem liste = api.getPaths().remove(Rendu.CHEMIN + "/{liste}");
		PathItem objet = api.getPaths().remove(Rendu.CHEMIN + "/{liste}/{id}");
		PathItem sousListe = api.getPaths().remove(Rendu.CHEMIN + "/{parent}/{id}/{liste}");
		PathItem deClasse = api.getPaths().remove(Rendu.CHEMIN + "/schools/{ecole}/classes/{classe}/{liste}");
		Adresse.noms().forEach((nom) -> {
			decrire(api, "/" + nom, "Tous : " + nom, liste);
			decrire(api, "/" + nom + "/{id}", "Un objet de " + nom, objet);
		});
		Adresse.nomsDeSousListes().forEach((parent, nom) -> decrire(api, parent, nom, sousListe, deClasse));
	}

	private static void decrire(OpenAPI api, String parent, List<String> noms, PathItem sousListe, PathItem deClasse) {
		for (String nom : noms) {
			decrire(api, "/" + parent + "/{id}/" + nom, nom + " d'un objet de " + parent, sousListe);
			if (parent.equals("classes")) {
				decrire(api, "/schools/{ecole}/classes/{classe}/" + nom, nom + " d'une classe de l'établissement",
						deClasse);
			}
		}
	}

	private static void decrire(OpenAPI api, String chemin, String resume, PathItem modele) {
		Operation connue = modele.getGet();
		Operation operation = new Operation().summary(resume)
			.tags(connue.getTags())
			.responses(reponses(connue))
			.parameters(connue.getParameters()
				.stream()
				.filter((parametre) -> !List.of("liste", "parent").contains(parametre.getName()))
				.toList())
			.security(portees(chemin).stream()
				.map((portee) -> new SecurityRequirement().addList(SCHEMA, portee.nom()))
				.toList());
		api.getPaths().addPathItem(Rendu.CHEMIN + chemin, new PathItem().get(operation));
	}

	/** What is answered, and the refusals of the protocol. */
	private static ApiResponses reponses(Operation connue) {
		ApiResponses reponses = new ApiResponses();
		reponses.putAll(connue.getResponses());
		REFUS.forEach((statut, sens) -> reponses.addApiResponse(statut, new ApiResponse().description(sens)));
		return reponses;
	}

	/** Any of them opens this address. */
	private static List<Portee> portees(String chemin) {
		return chemin.startsWith("/demographics") ? List.of(Portee.DEMOGRAPHICS)
				: List.of(Portee.ROSTER, Portee.ROSTER_CORE);
	}

	private static Scopes portees() {
		Scopes portees = new Scopes();
		Arrays.stream(Portee.values()).forEach((portee) -> portees.addString(portee.nom(), portee.sens()));
		return portees;
	}

}
