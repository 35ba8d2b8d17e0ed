//! For whom a site is made: what the command says, else what the data says.

use super::arguments::{Audience, Readers};
use super::failure::Failure;
use crate::audience::{Key, Profile, Visible, see};
use crate::diag::suggest;
use crate::evaluate::Evaluation;
use crate::files::read;
use crate::model::{Model, ProfileName};

/// What the readers that were asked for may see of `evaluation`.
///
/// # Errors
/// An agent that does not exist or is not named, or a key that cannot be read or is too short.
pub(super) fn visible(asked: &Readers, evaluation: Evaluation) -> Result<Visible, Failure> {
    let profile = profile(asked, &evaluation.model)?;
    let key = match &asked.key {
        Some(path) => {
            let bytes = read(path).map_err(Failure::tool)?;
            let key = Key::new(&bytes);
            Some(key.map_err(|weak| Failure::tool(format!("{}: {weak}", path.display())))?)
        }
        None => None,
    };
    let least = evaluation.model.organisation.audiences.smallest_group;
    Ok(see(evaluation, profile, least, key.as_ref()))
}

fn profile(asked: &Readers, model: &Model) -> Result<Profile, Failure> {
    let name = match (asked.audience, &asked.agent) {
        (Some(Audience::Public), _) => ProfileName::Public,
        (Some(Audience::Team), _) => ProfileName::Team,
        (Some(Audience::Manager), _) => ProfileName::Manager,
        (Some(Audience::Agent), _) | (None, Some(_)) => ProfileName::Agent,
        (None, None) => model.organisation.audiences.default,
    };
    match (name, &asked.agent) {
        (ProfileName::Agent, Some(id)) => {
            let agent = model.find_agent(id).ok_or_else(|| Failure::tool(unknown(id, model)))?;
            Ok(Profile::Agent(agent))
        }
        (ProfileName::Agent, None) => Err(Failure::tool("name the agent for whom the site is: --agent ID")),
        (_, Some(_)) => {
            Err(Failure::tool(format!("--agent belongs to --audience agent, not to {}", name.text())))
        }
        (ProfileName::Public, None) => Ok(Profile::Public),
        (ProfileName::Team, None) => Ok(Profile::Team),
        (ProfileName::Manager, None) => Ok(Profile::Manager),
    }
}

fn unknown(id: &str, model: &Model) -> String {
    let near = suggest(id, model.agents.iter().map(|agent| agent.id.as_str()));
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no agent `{id}`{near}")
}
