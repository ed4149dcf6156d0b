activities = Activities
goals = Goals
