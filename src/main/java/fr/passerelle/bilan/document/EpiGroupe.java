package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** A group of élèves who follow an EPI (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "epi-groupe")
@XmlType(propOrder = { "commentaire", "enseignantsDisciplines" })
public class EpiGroupe {

	@XmlAttribute
	public String id;

	@XmlAttribute(name = "epi-ref")
	public String epiRef;

	@XmlAttribute
	public String intitule;

	public String commentaire;

	@XmlElementWrapper(name = "enseignants-disciplines")
	@XmlElement(name = "enseignant-discipline")
	public List<EnseignantDiscipline> enseignantsDisciplines;

}
